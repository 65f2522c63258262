/** Said when there is none; here, so that it is loaded only when somebody asks. */
export const NO_VOICE =
  "This device has no English voice of its own. You may find one in its settings, under speech or accessibility.";

/** How long to wait for the device to name its voices: some do so only after they were asked. */
const VOICES_MS = 1500;

/**
 * Reads the paragraphs of `root` one after another. Answers how to stop it, or null when the device has
 * no voice of its own in the page's language: a voice on a server would be told what somebody reads.
 */
export async function readAloud(root: Element | null, onEnd: () => void) {
  const synthesis = window.speechSynthesis;
  const language = root?.closest<HTMLElement>("[lang]")?.lang || "en-GB";
  const voice = chooseVoice(await listVoices(synthesis), language);
  const parts = [...(root?.querySelectorAll("h2, h3, p, li") ?? [])];
  const texts = parts.map((part) => part.textContent?.trim() ?? "").filter(Boolean);
  if (!voice || texts.length === 0) return null;
  synthesis.cancel();
  let stopped = false;
  texts.forEach((text, index) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = 0.95;
    if (index === texts.length - 1) {
      utterance.onend = () => {
        if (!stopped) onEnd();
      };
    }
    synthesis.speak(utterance);
  });
  return () => {
    stopped = true;
    synthesis.cancel();
    onEnd();
  };
}

type Voice = Pick<SpeechSynthesisVoice, "localService" | "lang" | "default">;

/** The device's own voice of this language, its region first, its default before others; null without one. */
export function chooseVoice<V extends Voice>(voices: readonly V[], language: string): V | null {
  const short = language.split("-")[0]?.toLowerCase();
  const known = voices.filter(
    ({ localService, lang }) => localService && lang.toLowerCase().split(/[-_]/)[0] === short,
  );
  const exact = known.filter(
    ({ lang }) => lang.replace("_", "-").toLowerCase() === language.toLowerCase(),
  );
  const [best] = [...exact, ...known].sort(
    (a, b) =>
      Number(exact.includes(b)) - Number(exact.includes(a)) ||
      Number(b.default) - Number(a.default),
  );
  return best ?? null;
}

function listVoices(synthesis: SpeechSynthesis): Promise<SpeechSynthesisVoice[]> {
  const known = synthesis.getVoices();
  if (known.length > 0) return Promise.resolve(known);
  return new Promise((resolve) => {
    const done = () => resolve(synthesis.getVoices());
    synthesis.addEventListener("voiceschanged", done, { once: true });
    window.setTimeout(done, VOICES_MS);
  });
}
