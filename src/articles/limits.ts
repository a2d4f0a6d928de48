/** Largest file that is read. A long newspaper article is 60 KB of text; this is thirty times that. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;

/** Longest paragraph, in UTF-16 units: a whole long article saved on one line. More is data, not prose. */
export const MAX_PARAGRAPH_LENGTH = 100_000;

/** Most paragraphs in one article: a file of short lines up to the size limit is a list, not an article. */
export const MAX_PARAGRAPHS = 20_000;

/** Most lines of a file: each of so many paragraphs wrapped over five lines. More is a list or a log. */
export const MAX_LINES = 100_000;

/** Longest title, name or other single value, in UTF-16 units; what is longer is not what it says it is. */
export const MAX_FIELD_LENGTH = 500;

/** Most authors of one article; more is a list of something else. */
export const MAX_AUTHORS = 50;

/** Largest front matter block, in UTF-16 units. Ours has five fields; this leaves room for other tools' own. */
export const MAX_FRONT_MATTER_LENGTH = 16 * 1024;

/** How deep front matter may nest, counted by the YAML parser itself. We read two levels. */
export const MAX_FRONT_MATTER_DEPTH = 16;

/** Most files in an article set, so that a wrong folder (a home directory) ends in a message, not a full memory. */
export const MAX_FILES = 200_000;

/** Most bytes read for one article set: its text is held in memory, in UTF-16, beside its index. */
export const MAX_SET_BYTES = 512 * 1024 * 1024;

/** How many folders may lie inside each other. */
export const MAX_FOLDER_DEPTH = 16;

/** Largest Markdown body, in UTF-16 units. The parser is slower than linear: this much takes it a second or two. */
export const MAX_MARKDOWN_LENGTH = 256 * 1024;

/** Most lines of a Markdown body, for the same reason. */
export const MAX_MARKDOWN_LINES = 5_000;

/** Characters that can open or close Markdown, in one paragraph and in all: pairing them is quadratic in the parser. */
export const MAX_MARKS_IN_PARAGRAPH = 400;
export const MAX_MARKS = 20_000;

/** List and quote marks at the head of one line and of all lines, and columns of indentation: nesting is worse. */
export const MAX_NESTED_MARKS = 6;
export const MAX_BLOCK_MARKS = 2_500;
export const MAX_INDENT = 40;
