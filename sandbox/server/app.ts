import type { HttpBindings } from '@hono/node-server';
import { Hono, type Context, type MiddlewareHandler } from 'hono';

import type { Fault } from './faults';

interface AppEnv {
	Bindings: HttpBindings;
	Variables: {
		/** The fault that replaces the answer of this call. */
		failure?: Fault | undefined;
		/** What the body says, for the log of calls: of the server API alone. */
		errcode?: number;
		/** End of WeChat Pay's Request-ID, from which its support reads the kind of error. */
		requestIdSuffix?: string;
		/** What the signature covers instead of the body; null to sign nothing. */
		signedText?: string | null;
	};
}

/** One side of the sandbox, or all of it. */
export type App = Hono<AppEnv>;
/** One request to it, with what is known about its answer so far. */
export type Call = Context<AppEnv>;
export type Middleware = MiddlewareHandler<AppEnv>;

export const newApp = (): App => new Hono<AppEnv>();

/** Path and query exactly as sent: what a merchant signs. */
export const targetOf = (call: Call): string => call.env.incoming.url ?? '/';

/** Instead of the answer that there is, headers too: assigning to `res` alone would merge them. */
export function replaceAnswer(call: Call, answer: Response): void {
	call.res = undefined;
	call.res = answer;
}
