/** The parts of every error of this package: what happened, the likely cause, the next step. */
export interface ErrorDetails {
	/** Stable upper-case name, e.g. `WECHAT_SIGNATURE_INVALID`, to search the documentation for. */
	code: string;
	/** What happened, in the words an admin knows. Never a secret, a traceback or a buyer's id. */
	message: string;
	/** The usual reason. */
	likelyCause: string;
	/** What to do about it, with the WeChat or Odoo menu path where there is one. */
	nextStep: string;
	/** True where the same call may succeed a moment later. */
	retryable?: boolean;
	/** True where the other side may have done the work although no answer arrived: look before writing again. */
	ambiguous?: boolean;
	/** The shortest pause before another attempt that the other side asks for, in milliseconds. */
	retryAfterMs?: number | undefined;
}

/** The only error class that leaves `lib`. */
export class IntegrationError extends Error {
	readonly code: string;
	readonly likelyCause: string;
	readonly nextStep: string;
	readonly retryable: boolean;
	readonly ambiguous: boolean;
	readonly retryAfterMs: number | undefined;

	constructor(details: ErrorDetails) {
		super(details.message);
		this.name = 'IntegrationError';
		this.code = details.code;
		this.likelyCause = details.likelyCause;
		this.nextStep = details.nextStep;
		this.retryable = details.retryable ?? false;
		this.ambiguous = details.ambiguous ?? false;
		this.retryAfterMs = details.retryAfterMs;
	}
}

/** One line for a log or a chat message: `CODE: message. Likely cause: … Next step: …` */
export function explain(error: IntegrationError): string {
	return `${error.code}: ${error.message} Likely cause: ${error.likelyCause} Next step: ${error.nextStep}`;
}

/** An error about one field of a credential: its message starts with the name of the field. */
export function credentialError(
	field: string,
	code: string,
	message: string,
	{ likelyCause, nextStep }: Pick<ErrorDetails, 'likelyCause' | 'nextStep'>,
): IntegrationError {
	return new IntegrationError({ code, message: `${field}: ${message}`, likelyCause, nextStep });
}
