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
const EXCEPTION_LINE = /^(?:\w+\.)*([A-Z]\w*[a-z]\w*)(?:: ?(.*))?$/;

/**
 * Parses an XML-RPC fault. Code 1 has a whole traceback: the last line in the form
 * `module.Exception: message` names the exception.
 */
export function faultFromXmlRpc(faultCode: number, faultString: string): OdooFault {
	const known = EXCEPTION_OF_FAULT_CODE[faultCode];
	if (known) return { exception: known, text: faultString };
	const matches = faultString
		.split('\n')
		.map((line) => EXCEPTION_LINE.exec(line.trimEnd()))
		.filter((match) => match !== null);
	const last = matches.at(-1);
	return { exception: last?.[1] ?? 'UnknownError', text: last?.[2] ?? '' };
}

/** Parses the error body of JSON-2: `{name: "odoo.exceptions.AccessError", message, debug, …}`. */
export function faultFromJson2(status: number, body: unknown): OdooFault {
	const { name, message } = (typeof body === 'object' && body !== null ? body : {}) as {
		name?: unknown;
		message?: unknown;
	};
	return {
		exception: typeof name === 'string' ? (name.split('.').at(-1) ?? name) : 'UnknownError',
		text: typeof message === 'string' ? message : '',
		status,
	};
}
