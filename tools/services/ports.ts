import { createConnection } from 'node:net';

import getPort from 'get-port';

/** A free port of the loopback address, which this process gets no second time soon. */
export const freePort = async (): Promise<number> => await getPort({ host: '127.0.0.1' });

/** Whether something takes connections at a port of the loopback address. */
export async function listens(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const socket = createConnection({ host: '127.0.0.1', port });
		socket.once('connect', () => resolve(true));
		socket.once('error', () => resolve(false));
		socket.once('connect', () => socket.destroy());
	});
}
