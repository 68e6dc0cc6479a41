/** Anchor of a heading, as GitHub makes it, so that one link works on GitHub and on the site. */
export const headingAnchor = (heading: string): string =>
	heading
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.replace(/\s/g, '-');
