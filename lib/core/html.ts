/** Text for use inside HTML and SVG. */
export const escapeHtml = (text: string): string =>
	text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
