/** What both versions of the API refuse, each in its own form. */
export class CustomsRefusal extends Error {
	constructor(
		readonly code: string,
		message: string,
	) {
		super(message);
	}
}
