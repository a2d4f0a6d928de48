/** Largest file of one article as text or Markdown. A long newspaper article is 60 KB; this is thirty times that. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;

/** Largest file that is opened at all: exports, feeds and archives hold many articles. It is in memory while it is read. */
export const MAX_INPUT_BYTES = 64 * 1024 * 1024;

/** Most bytes that one file may unpack to, all its parts and those inside them together: a bomb ends here. */
export const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;

/** Most bytes of one part of an archive, and of a `.gz`: a web page or an export, as for files outside archives. */
export const MAX_PART_BYTES = MAX_INPUT_BYTES;

/** How many times its packed size a part may unpack to. Web pages reach 10, the most repetitive exports about 100. */
export const MAX_EXPANSION = 200;

/** A part of this size is unpacked whatever the ratio: little files of one repeated line compress without end. */
export const FREE_EXPANSION_BYTES = 1024 * 1024;

/** How many archives may lie inside each other: `export.zip/crawl.warc.gz` needs two, and nothing honest needs more. */
export const MAX_NESTED_ARCHIVES = 2;

/** Most parts of one file, those of archives inside it together. A crawl of a large site has as many pages. */
export const MAX_PARTS = 50_000;

/** Longest name of a part of an archive, in UTF-16 units. Names become places, which are shown and stored. */
export const MAX_PART_NAME_LENGTH = 500;

/** Longest head of a WARC record or of the HTTP response in it, in bytes. Servers themselves refuse more than 16 KB. */
export const MAX_HEAD_BYTES = 64 * 1024;

/** How deep JSON may nest, counted before it is parsed. Articles need 5 levels; parsers may die of a million. */
export const MAX_JSON_DEPTH = 64;

/** How deep the elements of a feed, or of HTML inside one, may nest: the parser's time grows with depth times length. */
export const MAX_XML_DEPTH = 256;

/** Most articles of one JSON file, JSONL file or feed. */
export const MAX_ITEMS = 200_000;

/** Most problems of a kind (rejections, warnings) told for one file: 100,000 bad items say no more than a hundred. */
export const MAX_PROBLEMS_OF_A_FILE = 100;

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

/** Most text of one article set, in UTF-16 units, its articles together: it is held in memory beside its index. */
export const MAX_SET_LENGTH = 512 * 1024 * 1024;

/** Longest that one file may take to parse, in milliseconds. The largest exports take five seconds on an idle machine. */
export const MAX_PARSE_TIME = 60_000;

/** Most memory that parsing may take, in MiB: twenty times the largest file. */
export const MAX_PARSE_MEMORY = 1280;

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

/** Longest text of one article inside a feed or a JSON file, in UTF-16 units: as much as a file of its own may hold. */
export const MAX_BODY_LENGTH = 2 * 1024 * 1024;

/** Largest web page that is read: menus, scripts and pictures in the text make pages many times their article. */
export const MAX_PAGE_BYTES = 8 * 1024 * 1024;

/** How deep a page's elements may nest; browsers stop at 512 too. What walks a page may then be recursive. */
export const MAX_HTML_DEPTH = 512;

/** Most elements and comments of one page. Of 300 saved news pages the largest has 4,100. */
export const MAX_HTML_NODES = 50_000;

/** Most attributes of one element, looked at where the parser pauses: it compares each with all before it. */
export const MAX_HTML_ATTRIBUTES = 1_000;

/** Longest JSON-LD script, in UTF-16 units; it may carry the whole text of an article. */
export const MAX_JSON_LD_LENGTH = 1024 * 1024;

/** How deep and how far JSON-LD is walked to find the article in it. */
export const MAX_JSON_LD_DEPTH = 12;
export const MAX_JSON_LD_NODES = 20_000;

/** Most parts taken out of one page that are listed; they are for an admin to look at. */
export const MAX_REMOVED = 200;
