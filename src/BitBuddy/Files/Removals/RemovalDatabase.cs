namespace BitBuddy.Files;

/// <summary>The home's <c>removed.db</c>: the last files that went. The index itself knows only what is there.</summary>
internal sealed class RemovalDatabase(string path) : KeptDatabase(path,
[
    "CREATE TABLE removed (id INTEGER PRIMARY KEY AUTOINCREMENT, uid INTEGER NOT NULL, path TEXT NOT NULL, bytes INTEGER NOT NULL, kind INTEGER NOT NULL, at INTEGER NOT NULL);",
]);
