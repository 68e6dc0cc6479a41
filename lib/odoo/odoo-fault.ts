/** An error of Odoo without anything that must not be passed on (traceback, debug, context). */
export interface OdooFault {
	/** Name of the Python exception without its module, e.g. `AccessError`. */
	exception: string;
	/** Odoo's message. */
	text: string;
	/** HTTP status, if there is one. */
	status?: number;
}

const EXCEPTION_OF_FAULT_CODE: Record<number, string> = {
	2: 'UserError',
	3: 'AccessDenied',
	4: 'AccessError',
};
/** Longest name of an exception with its modules, and longest text that is kept of one. UTF-16 units. */
const LONGEST_NAME = 200;
const LONGEST_TEXT = 4_000;

/**
 * Parses an XML-RPC fault. Code 1 has a whole traceback: the last line in the form
 * `module.Exception: message` names the exception.
 */
export function faultFromXmlRpc(faultCode: number, faultString: string): OdooFault {
	const known = EXCEPTION_OF_FAULT_CODE[faultCode];
	if (known) return { exception: known, text: faultString.slice(0, LONGEST_TEXT) };
	for (const line of faultString.split('\n').reverse()) {
		const exception = exceptionIn(line);
		if (exception) return exception;
	}
	return { exception: 'UnknownError', text: '' };
}

/** The exception of a line such as `odoo.exceptions.UserError: No`. Each character is looked at once. */
function exceptionIn(line: string): OdooFault | undefined {
	const colon = line.indexOf(':');
	const path = (colon < 0 ? line : line.slice(0, colon)).trimEnd();
	if (path.length > LONGEST_NAME) return undefined;
	const names = path.split('.');
	const exception = names.at(-1) ?? '';
	const named = /^[A-Z]/.test(exception) && /[a-z]/.test(exception);
	if (!named || !names.every((name) => /^\w+$/.test(name))) return undefined;
	const text = colon < 0 ? '' : line.slice(colon + 1, colon + 1 + LONGEST_TEXT);
	return { exception, text: text.trimEnd().replace(/^ /, '') };
}

/** Parses the error body of JSON-2: `{name: "odoo.exceptions.AccessError", message, debug, …}`. */
export function faultFromJson2(status: number, body: unknown): OdooFault {
	const { name, message } = (typeof body === 'object' && body !== null ? body : {}) as {
		name?: unknown;
		message?: unknown;
	};
	return {
		exception: typeof name === 'string' ? (name.split('.').at(-1) ?? name) : 'UnknownError',
		text: typeof message === 'string' ? message.slice(0, LONGEST_TEXT) : '',
		status,
	};
}
