/** A fault that one plain sentence explains: no stack is printed for it. */
export class PlainFault extends Error {}

export function say(sentence = "") {
  process.stdout.write(`${sentence}\n`);
}

/** Ends the command with one sentence for a fault we foresaw, or the stack of one we did not. */
export function explain(error) {
  process.stderr.write(
    `${error instanceof PlainFault ? error.message : (error?.stack ?? error)}\n`,
  );
}

/** Runs a command's main function; its number becomes the exit code. */
export async function run(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
