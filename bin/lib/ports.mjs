import { connect, createServer } from "node:net";

/** Listens for a moment: the port it got, or the system's code for why it could not. */
function tryListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve({ fault: error.code }));
    server.listen(port, host, () => {
      const taken = server.address().port;
      server.close(() => resolve({ taken }));
    });
  });
}

/** A loopback port nobody listens on, chosen by the system. */
export async function freePort() {
  const { taken } = await tryListen(0, "127.0.0.1");
  if (!taken) throw new Error("No free port on 127.0.0.1.");
  return taken;
}

export async function isFree(port, host = "127.0.0.1") {
  return (await tryListen(port, host)).fault === undefined;
}

/** What keeps the portal from listening there and what to do, in a sentence; undefined if nothing. */
export async function explainPort(port, host) {
  const { fault } = await tryListen(port, host);
  switch (fault) {
    case undefined:
      return undefined;
    case "EACCES":
      return `This user may not open port ${port}: choose one above 1023, such as PORT=3000 npm start`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST is "${host}", which is no address of this machine: leave it out, or give one that is.`;
    default:
      return `Port ${port} is in use by another program: stop that, or choose another port: PORT=${port < 65_535 ? port + 1 : 3000} npm start`;
  }
}

/** Does something accept connections there? */
export function answers(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1000 });
    const end = (value) => {
      socket.destroy();
      resolve(value);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}
