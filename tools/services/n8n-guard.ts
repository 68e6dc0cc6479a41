import { spawn } from 'node:child_process';

/** Runs shell commands once this process has ended: the pipe that `read` waits at breaks with it. */
export function whenThisProcessEnds(commands: string, ...args: string[]): () => void {
	const guard = spawn('sh', ['-c', `read -r _\n${commands}`, 'guard', ...args], {
		detached: true,
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	// Without a shell (Windows) there is no guard, and a signal still cleans up.
	guard.once('error', () => undefined);
	// It waits for this process, not the other way round.
	guard.unref();
	return () => void guard.kill('SIGKILL');
}

const END_GROUP = `kill -s TERM -- "-$1"
for second in 1 2 3 4 5; do
	kill -s 0 -- "-$1" || break
	sleep 1
done
kill -s KILL -- "-$1"`;

/**
 * Ends a process group when this process ends, however it ends: by SIGKILL too, and inside Jest,
 * whose tests never hear of signals or of the exit. @returns a function that takes the guard away
 */
export function endGroupWithThisProcess(leader: number): () => void {
	return whenThisProcessEnds(END_GROUP, String(leader));
}

/** The same for a folder that only this process needs. */
export function removeWithThisProcess(folder: string): void {
	whenThisProcessEnds('sleep 6; rm -rf -- "$1"', folder);
}
