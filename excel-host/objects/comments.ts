import { parseRect, splitSheet } from "../engine/address";
import { excelError } from "../engine/errors";
import { addNote, notesOf, threadsOf, type Note as NoteModel, type ThreadedComment } from "../engine/notes";
import type { Sheet } from "../engine/sheet";
import type { Workbook } from "../engine/workbook";
import { defineClass, entity, entityOrNull, method, text, value, type ObjectClass } from "../protocol/define";
import { isEntity } from "../protocol/define";
import type { RangeTarget } from "../protocol/context";
import { Range } from "./range";

/** The notes or comments of a sheet, or of the workbook. */
export interface CommentsTarget {
  workbook: Workbook;
  sheet?: Sheet;
}

const sheetsOf = ({ workbook, sheet }: CommentsTarget): Sheet[] => (sheet ? [sheet] : workbook.sheets);

interface NoteTarget {
  sheet: Sheet;
  note: NoteModel;
}

interface CommentTarget {
  sheet: Sheet;
  comment: ThreadedComment;
}

const cell = (row: number, column: number) => ({ top: row, bottom: row, left: column, right: column });

/** A note: the yellow box on a cell. */
export const Note: ObjectClass<NoteTarget> = defineClass<NoteTarget>({
  name: "Note",
  members: {
    authorName: value(({ note }) => note.author),
    content: value(({ note }) => note.text),
    getLocation: method(({ sheet, note }) => entity(Range, { sheet, rect: cell(note.row, note.column) })),
  },
});

/** The notes of a sheet or of the workbook. */
export const NoteCollection: ObjectClass<CommentsTarget> = defineClass<CommentsTarget>({
  name: "NoteCollection",
  items: (t) => sheetsOf(t).flatMap((sheet) => notesOf(t.workbook, sheet).map((note) => entity(Note, { sheet, note }))),
  members: {
    add: method((t, [address, content], c) => {
      let at: RangeTarget | undefined;
      if (isEntity(address)) at = address.target as RangeTarget;
      else {
        const { sheet, rest } = splitSheet(text(address, "cellAddress"));
        const home = sheet === undefined ? t.sheet : t.workbook.findSheet(sheet);
        const rect = parseRect(rest);
        if (home && rect) at = { sheet: home, rect };
      }
      if (!at || at.rect.top !== at.rect.bottom || at.rect.left !== at.rect.right) throw excelError("InvalidArgument", "cellAddress");
      const { sheet, rect } = at;
      if (notesOf(t.workbook, sheet).some((n) => n.row === rect.top && n.column === rect.left)) throw excelError("InvalidOperation", "the cell has a note");
      const note: NoteModel = { row: rect.top, column: rect.left, author: "", text: text(content, "content") };
      addNote(t.workbook, sheet, note);
      c.layoutChanged(sheet, rect);
      return entity(Note, { sheet, note });
    }),
  },
});

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
