import { spawn } from 'node:child_process';

/** Reads until the pipe from its parent breaks, then ends the group and removes the folder. */
const GUARD = `read -r _
kill -s TERM -- "-$0" 2>/dev/null
for second in 1 2 3 4 5; do
	kill -s 0 -- "-$0" 2>/dev/null || break
	sleep 1
done
kill -s KILL -- "-$0" 2>/dev/null
[ -z "$1" ] || rm -rf -- "$1"`;

/**
 * Ends a process group when this process ends, however it ends: by SIGKILL too, and inside Jest,
 * whose tests never hear of signals or of the exit. @returns a function that takes the guard away
 *
 * @param folder removed after the group has ended
 */
export function guardGroup(leader: number, folder = ''): () => void {
	const guard = spawn('sh', ['-c', GUARD, String(leader), folder], {
		detached: true,
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	return () => void guard.kill('SIGKILL');
}
