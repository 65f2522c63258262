import { connect, createServer } from "node:net";

function tryListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, host, () => {
      const taken = server.address().port;
      server.close(() => resolve(taken));
    });
  });
}

/** A loopback port nobody listens on, chosen by the system. */
export async function freePort() {
  const port = await tryListen(0, "127.0.0.1");
  if (!port) throw new Error("No free port on 127.0.0.1.");
  return port;
}

export async function isFree(port, host = "127.0.0.1") {
  return (await tryListen(port, host)) !== undefined;
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
