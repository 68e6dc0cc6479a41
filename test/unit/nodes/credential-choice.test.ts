import { ownNodes } from '../../support/own-nodes';

/** The editor takes a parameter for the way of authentication, and hides it, when each of its values shows a credential. */
test('the resource of WeChat Stock was hidden in the editor: no node lets every value show a credential', async () => {
	const hidden: string[] = [];
	for (const { displayName, credentials = [], properties } of (await ownNodes()).values()) {
		const shows = credentials.flatMap(({ displayOptions }) =>
			Object.entries(displayOptions?.show ?? {}),
		);
		for (const { name, type, options = [] } of properties) {
			const showing = shows.flatMap(([field, values]) => (field === name ? (values ?? []) : []));
			const values: unknown[] =
				type === 'boolean'
					? [true, false]
					: options.flatMap((option) => ('value' in option ? [option.value] : []));
			if (showing.length > 0 && values.every((value) => showing.includes(value as never))) {
				hidden.push(`${displayName}: ${name}`);
			}
		}
	}
	expect(hidden).toEqual([]);
});
