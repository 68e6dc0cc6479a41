/** Text for use inside HTML, SVG and XML: between tags, or between double quotes. */
export const escapeHtml = (text: string): string =>
	text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
