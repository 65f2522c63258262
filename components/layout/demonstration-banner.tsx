export const DEMONSTRATION = "Demonstration: every business and person here is invented.";

/** Says that nothing on this site is real. */
export function DemonstrationBanner() {
  return (
    <p className="bg-amber px-4 py-1 text-center font-medium text-on-amber text-sm">
      Demonstration: nothing here is real
    </p>
  );
}
