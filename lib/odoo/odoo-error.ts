import { IntegrationError, type ErrorDetails } from '../core/errors';
import { accessDenied } from './rights';

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

/** Exceptions of psycopg2 (Odoo 14 and later) after which the transaction can be retried. */
const LOST_RACE = /^(SerializationFailure|DeadlockDetected|LockNotAvailable|TransactionRollback)/;
const SERIALIZATION_TEXT = /could not serialize access|deadlock detected|could not obtain lock/;

const REFUSED_LOGIN: ErrorDetails = {
	code: 'ODOO_LOGIN_REFUSED',
	message: 'Odoo rejected the login.',
	likelyCause:
		'The API key is wrong, has expired or belongs to another user, or the login is misspelt.',
	nextStep:
		'In Odoo, as that user: avatar → My Preferences → Security → Add API Key (older versions: My Profile or Preferences → Account Security → New API Key). Put it into the credential.',
};

/** Whether PostgreSQL aborted the transaction because a concurrent one touched the same rows. */
export const isLostRace = (text: string) => SERIALIZATION_TEXT.test(text);

/** Text on one line, cut to 300 characters. */
export function oneLine(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

/** Odoo's text as a sentence that others can follow: it often ends without a full stop. */
export function asSentence(text: string): string {
	const line = oneLine(text);
	return /[.!?…。！？]$/.test(line) ? line : `${line}.`;
}

/** Converts an error of Odoo by the name of its exception, which no language pack translates. */
export function odooError(fault: OdooFault, model: string, method: string): IntegrationError {
	return new IntegrationError(details(fault, model, method));
}

function details(fault: OdooFault, model: string, method: string): ErrorDetails {
	const { exception, text, status } = fault;
	if (LOST_RACE.test(exception) || isLostRace(text)) return lostRace();
	if (isUnknownDatabase(fault)) return unknownDatabase();
	if (exception === 'AccessDenied' || status === 401) return REFUSED_LOGIN;
	if (exception === 'AccessError') return accessDenied(model, method);
	if (exception === 'ValueError' && method === 'check_object_reference') return unknownExternalId();
	if (exception === 'MissingError')
		return validation('A requested record does not exist any more.');
	if (/^(UserError|ValidationError|RedirectWarning)$/.test(exception) || status === 422) {
		return validation(oneLine(text));
	}
	return serverFault(exception, model, method);
}

const isUnknownDatabase = ({ exception, text }: OdooFault) =>
	/^(OperationalError|InvalidCatalogName|KeyError)$/.test(exception) &&
	/database "[^"]*" does not exist|FATAL/.test(text);

export function unknownDatabase(): ErrorDetails {
	return {
		code: 'ODOO_DATABASE_UNKNOWN',
		message: 'Odoo has no database with the name in the credential.',
		likelyCause: 'The database name is misspelt, or the server hides it (its dbfilter setting).',
		nextStep:
			'Compare the name with the one on the login page (Manage Databases) or, on Odoo Online, the part of the address before .odoo.com.',
	};
}

function unknownExternalId(): ErrorDetails {
	return {
		code: 'ODOO_EXTERNAL_ID_UNKNOWN',
		message: 'Odoo has no record with that external id.',
		likelyCause: 'It was never created, or it was deleted.',
		nextStep: 'Compare it under Settings → Technical → External Identifiers (developer mode).',
	};
}

function lostRace(): ErrorDetails {
	return {
		code: 'ODOO_SERIALIZATION',
		message:
			'Odoo rolled back a change because another one touched the same records at the same moment.',
		likelyCause: 'Several orders for the same product or buyer were written at once.',
		nextStep: 'Run the node again. It was retried automatically before this error.',
		retryable: true,
	};
}

function validation(message: string): ErrorDetails {
	return {
		code: 'ODOO_VALIDATION',
		message: `Odoo says: ${message || 'the values are not valid.'}`,
		likelyCause: 'The values violate a rule of this Odoo database.',
		nextStep: 'Correct in Odoo what the message names, then run the node again.',
	};
}

function serverFault(exception: string, model: string, method: string): ErrorDetails {
	return {
		code: 'ODOO_SERVER_FAULT',
		message: `Odoo failed inside ${model}.${method} (${exception}).`,
		likelyCause: 'A customization, a version difference or a missing setting in Odoo.',
		nextStep: 'Look up this moment in the log of the Odoo server, which shows the full error.',
	};
}
