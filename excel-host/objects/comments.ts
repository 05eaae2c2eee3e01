import { threadsOf, type ThreadedComment } from "../engine/notes";
import type { Sheet } from "../engine/sheet";
import type { Workbook } from "../engine/workbook";
import { defineClass, entity, entityOrNull, method, value, type ObjectClass } from "../protocol/define";
import { Range } from "./classes";

/** The comments of a sheet, or of the workbook. */
export interface CommentsTarget {
  workbook: Workbook;
  sheet?: Sheet;
}

const sheetsOf = ({ workbook, sheet }: CommentsTarget): Sheet[] => (sheet ? [sheet] : workbook.sheets);

interface CommentTarget {
  sheet: Sheet;
  comment: ThreadedComment;
}

const cell = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column });

/** A comment: the first of a thread. */
export const Comment: ObjectClass<CommentTarget> = defineClass<CommentTarget>({
  name: "Comment",
  identity: ({ comment }) => ({ Id: comment.id }),
  members: {
    id: value(({ comment }) => comment.id),
    authorName: value(({ comment }) => comment.author),
    content: value(({ comment }) => comment.text),
    resolved: value(({ comment }) => comment.resolved, undefined, "1.11"),
    getLocation: method(({ sheet, comment }) => entity(Range, { sheet, rect: cell(comment.row, comment.column) })),
  },
});

const comments = (t: CommentsTarget): CommentTarget[] => sheetsOf(t).flatMap((sheet) => threadsOf(t.workbook, sheet).map((comment) => ({ sheet, comment })));

/** The comments of a sheet or of the workbook, to be read. */
export const CommentCollection: ObjectClass<CommentsTarget> = defineClass<CommentsTarget>({
  name: "CommentCollection",
  items: (t) => comments(t).map((found) => entity(Comment, found)),
  find: (t, id) => entityOrNull(Comment, comments(t).find(({ comment }) => comment.id === id)),
  members: {},
});
