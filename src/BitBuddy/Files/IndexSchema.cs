namespace BitBuddy.Files;

/// <summary>The index's tables, as numbered migrations; each brings the database one version further.</summary>
internal static class IndexSchema
{
    /// <summary>Nanoseconds, for a folder whose contents are not known for sure.</summary>
    public const long Unsure = -1;

    /// <summary>
    /// Folders form one tree from the file system's root. <c>root</c>: 0 no known folder, 1 its first scan is not finished,
    /// 2 scanned. <c>checked_at</c> (Unix ms) is null for folders that only lead to a known one.
    /// <c>device</c> is the file system of what may be a disk's place: of known folders, and of folders on another one than the folder they lie in.
    /// <c>facts</c> and <c>names</c> hold what searches read, packed as <see cref="FileBlock"/>: always made from <c>files</c> in the
    /// transaction that changes it.
    /// </summary>
    public static readonly string[] Migrations =
    [
        """
        CREATE TABLE folders(
          id INTEGER PRIMARY KEY, parent INTEGER NOT NULL, name BLOB NOT NULL, fold TEXT NOT NULL,
          root INTEGER NOT NULL DEFAULT 0, mtime_ns INTEGER NOT NULL DEFAULT -1, checked_at INTEGER);
        CREATE UNIQUE INDEX folders_by_place ON folders(parent, name);
        CREATE INDEX folders_by_fold ON folders(fold);
        CREATE INDEX folders_by_check ON folders(checked_at);
        CREATE TABLE files(
          row INTEGER PRIMARY KEY, folder INTEGER NOT NULL, name BLOB NOT NULL, bytes INTEGER NOT NULL,
          mtime_ns INTEGER NOT NULL, kind INTEGER NOT NULL, uid INTEGER NOT NULL);
        CREATE INDEX files_by_folder ON files(folder);
        CREATE UNIQUE INDEX files_by_uid ON files(uid);
        CREATE VIRTUAL TABLE names USING fts5(
          name, content='', columnsize=0, detail=none, tokenize='trigram case_sensitive 1');
        """,
        """
        DROP TABLE names;
        DELETE FROM files;
        DELETE FROM folders;
        CREATE TABLE facts(block INTEGER PRIMARY KEY, data BLOB NOT NULL);
        CREATE TABLE names(block INTEGER PRIMARY KEY, data BLOB NOT NULL);
        CREATE INDEX folders_by_root ON folders(id) WHERE root > 0;
        """,
        """
        ALTER TABLE folders ADD COLUMN device INTEGER NOT NULL DEFAULT 0;
        """,
    ];
}
