/**
 * Splits a text into the words of the search index. Chinese has no spaces: it is indexed by pairs of
 * characters, so that 微信支付 is found by 支付.
 *
 * VitePress sends the source of this function to the browser, so it uses nothing from outside.
 */
export function searchWords(text: string): string[] {
	const words = text.toLowerCase().match(/\p{Script=Han}+|[^\s\p{P}\p{S}\p{Script=Han}]+/gu) ?? [];
	return words.flatMap((word) => {
		if (!/^\p{Script=Han}/u.test(word) || word.length < 3) return [word];
		return Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
	});
}
