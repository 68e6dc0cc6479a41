import type { Progress } from './progress';

/** One thing that `npm run services` can start, show and clean up after. */
export interface Service {
	/** As the command line names it. */
	name: string;
	/** Starts it and returns what a person needs to use it: address, logins. */
	start(progress: Progress): Promise<string[]>;
	/** What is installed, one line each: version, size, date. */
	installed(): Promise<string[]>;
	/** What runs now, of any process of this machine, one line each. */
	running(): Promise<string[]>;
	/** Removes what killed runs left; one line for each. */
	removeLeftovers(): Promise<string[]>;
}
