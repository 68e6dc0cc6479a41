import { IntegrationError, type ErrorDetails } from '../core/errors';
import { accessDenied } from './rights';

/** A refusal of Odoo's, stripped of everything that must not travel on (traceback, debug, context). */
export interface OdooFault {
	/** Name of the Python exception without its module, e.g. `AccessError`. */
	exception: string;
	/** Odoo's own words. */
	text: string;
	/** HTTP status, where the refusal came with one. */
	status?: number;
}

const EXCEPTION_OF_FAULT_CODE: Record<number, string> = {
	2: 'UserError',
	3: 'AccessDenied',
	4: 'AccessError',
};
const EXCEPTION_LINE = /^(?:\w+\.)*([A-Z]\w*[a-z]\w*)(?:: ?(.*))?$/;

/**
 * Reads an XML-RPC fault. Code 1 carries a whole traceback: its last line that looks like
 * `module.Exception: words` names the exception.
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

/** Reads the error body of JSON-2: `{name: "odoo.exceptions.AccessError", message, debug, …}`. */
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

/** Names of psycopg2 (14 and later): the transaction lost a race and may simply be run again. */
const LOST_RACE = /^(SerializationFailure|DeadlockDetected|LockNotAvailable|TransactionRollback)/;
const SERIALIZATION_TEXT = /could not serialize access|deadlock detected|could not obtain lock/;

const REFUSED_LOGIN: ErrorDetails = {
	code: 'ODOO_LOGIN_REFUSED',
	message: 'Odoo refused the login.',
	likelyCause:
		'The API key is wrong, has expired or belongs to another user, or the login is misspelt.',
	nextStep:
		'In Odoo, as that user: avatar → My Preferences → Security → Add API Key (older versions: My Profile or Preferences → Account Security → New API Key). Put it into the credential.',
};

/** True for the message with which PostgreSQL ends one of two transactions that collided. */
export const isLostRace = (text: string) => SERIALIZATION_TEXT.test(text);

/** Odoo's own words on one line, never more than 300 characters. */
export function oneLine(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > 300 ? `${line.slice(0, 299)}…` : line;
}

/** A sentence of Odoo's to put others behind: it often ends without a full stop. */
export function asSentence(text: string): string {
	const line = oneLine(text);
	return /[.!?…。！？]$/.test(line) ? line : `${line}.`;
}

/** Translates a refusal of Odoo's by its exception's name, which no language pack changes. */
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
	if (exception === 'MissingError') return validation('A record that was asked for is gone.');
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
		message: 'Odoo has no database of the name in the credential.',
		likelyCause: 'The database name is misspelt, or the server hides it (its dbfilter setting).',
		nextStep:
			'Compare the name with the one on the login page (Manage Databases) or, on Odoo Online, the part of the address before .odoo.com.',
	};
}

function unknownExternalId(): ErrorDetails {
	return {
		code: 'ODOO_EXTERNAL_ID_UNKNOWN',
		message: 'Odoo has no record with that external id.',
		likelyCause: 'It was never created, or it was deleted since.',
		nextStep: 'Compare it under Settings → Technical → External Identifiers (developer mode).',
	};
}

function lostRace(): ErrorDetails {
	return {
		code: 'ODOO_SERIALIZATION',
		message: 'Odoo gave up a change because another one touched the same records at that moment.',
		likelyCause: 'Several orders for the same product or buyer were written at once.',
		nextStep: 'Run the step again; it is repeated by itself a few times before this shows.',
		retryable: true,
	};
}

function validation(words: string): ErrorDetails {
	return {
		code: 'ODOO_VALIDATION',
		message: `Odoo says: ${words || 'the values are not valid.'}`,
		likelyCause: 'The values break a rule of this Odoo database.',
		nextStep: 'Correct in Odoo what the sentence names, then run the step again.',
	};
}

function serverFault(exception: string, model: string, method: string): ErrorDetails {
	return {
		code: 'ODOO_SERVER_FAULT',
		message: `Odoo failed inside ${model}.${method} (${exception}).`,
		likelyCause: 'A customization or a version difference in Odoo, or a setting it misses.',
		nextStep: 'Look for this moment in the log of the Odoo server: the cause stands there in full.',
	};
}
