import { text, type View, view } from '../view.js';

/** A short message of ours: a line in bold and a sentence or two. Both are markdown. */
export function notice(title: string, words = ''): View {
  return view([text([`**${title}**`, words].filter(Boolean).join('\n'))]);
}

/** What a person is told when something failed. The id also stands in the log. */
export function failure(id: string, why = 'This is a fault on our side, not in what you asked.'): View {
  return notice(
    'That did not work.',
    `${why} Try again in a moment; if it happens again, give an admin this code: \`${id}\``,
  );
}
