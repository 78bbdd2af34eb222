namespace BitBuddy.Files;

/// <summary>The home's <c>hashes.db</c>: what the contents of files came to, good while uid, date and size are the file's.</summary>
internal sealed class HashDatabase(string path) : KeptDatabase(path,
[
    "CREATE TABLE hash (uid INTEGER PRIMARY KEY, mtime_ns INTEGER NOT NULL, bytes INTEGER NOT NULL, ends BLOB, whole BLOB, compared INTEGER NOT NULL);",
    // Other ends are hashed from here on, and half of a hash is kept.
    "DELETE FROM hash;",
]);
