import { IntegrationError, type ErrorDetails } from '../core/errors';
import type { OdooFault } from './odoo-fault';
import { accessDenied } from './rights';

/** Exceptions of psycopg2 (Odoo 14 and later) after which the transaction can be retried. */
const LOST_RACE = /^(SerializationFailure|DeadlockDetected|LockNotAvailable|TransactionRollback)/;
/** Names of exceptions that say nothing about the call: no database session, no capacity, no answer. */
const PASSING_FAULT = new RegExp(
	[
		'^(Operational|Interface|Pool|Memory|Timeout|Connection|ConnectionRefused|ConnectionReset|BrokenPipe)Error$',
		'^(AdminShutdown|CrashShutdown|CannotConnectNow|TooManyConnections|OutOfMemory|DiskFull|QueryCanceled)',
		'^(ConnectionException|ConnectionFailure|ConnectionDoesNotExist|InsufficientResources)$',
		'^(IdleInTransactionSessionTimeout|ReadTimeout|ConnectTimeout|ServiceUnavailable|BadGateway|GatewayTimeout)',
	].join('|'),
);
/** The same in a message of `load`, which reports exceptions as errors of a row. */
const PASSING_TEXT =
	/terminating connection|(connection|cursor) already closed|server closed the connection|connection to server|database system is|connection slots|Connection Pool Is Full/i;
const SERIALIZATION_TEXT = /could not serialize access|deadlock detected|could not obtain lock/;

const REFUSED_LOGIN: ErrorDetails = {
	code: 'ODOO_LOGIN_REFUSED',
	message: 'Odoo rejected the login.',
	likelyCause:
		'The API key is wrong, has expired or belongs to another user, or the login is misspelt.',
	nextStep:
		'In Odoo, as that user: avatar → My Preferences → Security → Add API Key (older versions: My Profile or Preferences → Account Security → New API Key). Put it into the credential.',
};

/** Whether a message of `load` says nothing about its record: the transaction was aborted or interrupted. */
export const isPassing = (text: string) => isLostRace(text) || PASSING_TEXT.test(text);

/** Whether PostgreSQL aborted the transaction because a concurrent one touched the same rows. */
const isLostRace = (text: string) => SERIALIZATION_TEXT.test(text);

/** Text on one line, cut to 300 characters. */
export function oneLine(text: string): string {
	const line = text.slice(0, 2_000).replace(/\s+/g, ' ').trim();
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
	if (PASSING_FAULT.test(exception) || PASSING_TEXT.test(text)) {
		return interrupted(exception, model, method);
	}
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

/** A server that starts or stops also answers with `FATAL` and the name of the database. */
const isUnknownDatabase = ({ exception, text }: OdooFault) =>
	exception === 'InvalidCatalogName' ||
	(/^(OperationalError|KeyError)$/.test(exception) &&
		/database "[^"]*" does not exist|不存在/.test(text));

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

function interrupted(exception: string, model: string, method: string): ErrorDetails {
	return {
		code: 'ODOO_INTERRUPTED',
		message: `Odoo was interrupted in ${model}.${method} (${exception}).`,
		likelyCause:
			'The database restarts, has no free connection, or ended the session. It says nothing about the order.',
		nextStep:
			'Run the node again: it first looks up what Odoo has done already. If this keeps happening, look it up in the log of the Odoo server.',
		retryable: true,
		ambiguous: true,
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
