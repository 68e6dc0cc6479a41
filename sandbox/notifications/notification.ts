/** One kind of notification: how its envelope is labelled, and what it carries encrypted. */
export interface NotificationKind<Subject> {
	eventType: string;
	originalType: string;
	summary: string;
	/** The object that is encrypted; keys in WeChat's order. */
	resource(subject: Subject): unknown;
}
