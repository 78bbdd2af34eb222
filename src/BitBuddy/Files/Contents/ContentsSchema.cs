namespace BitBuddy.Files.Contents;

/// <summary>
/// The tables of <c>contents.db</c>. A row counts only while size and date are the file's. <c>texts</c> holds folded words by
/// <c>docs.uid</c> and no copy of them; <c>bodies</c> holds the text itself, packed.
/// </summary>
internal static class ContentsSchema
{
    public const int Version = 1;

    public const string Tables = """
        CREATE TABLE docs(
          uid INTEGER PRIMARY KEY, mtime_ns INTEGER NOT NULL, bytes INTEGER NOT NULL, state INTEGER NOT NULL, reason INTEGER NOT NULL,
          format INTEGER NOT NULL, taken_ms INTEGER, title TEXT, author TEXT, album TEXT, camera TEXT, latitude REAL, longitude REAL,
          width INTEGER, height INTEGER);
        CREATE INDEX docs_by_taken ON docs(taken_ms) WHERE taken_ms IS NOT NULL;
        CREATE INDEX docs_by_trouble ON docs(state) WHERE state > 1;
        CREATE TABLE bodies(uid INTEGER PRIMARY KEY, parts BLOB NOT NULL);
        CREATE VIRTUAL TABLE texts USING fts5(
          text, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
        """;
}
