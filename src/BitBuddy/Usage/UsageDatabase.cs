namespace BitBuddy.Usage;

/// <summary>The home's <c>usage.db</c>: what was asked and opened. It survives every rebuild of the index, whose ids it speaks of.</summary>
internal sealed class UsageDatabase(string path) : KeptDatabase(path,
[
    """
    CREATE TABLE asked (intent TEXT NOT NULL, words TEXT NOT NULL, times INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (intent, words)) WITHOUT ROWID;
    CREATE TABLE sought (uid INTEGER PRIMARY KEY, path BLOB NOT NULL, times INTEGER NOT NULL, at INTEGER NOT NULL);
    CREATE TABLE opened (uid INTEGER PRIMARY KEY, path BLOB NOT NULL, times INTEGER NOT NULL, at INTEGER NOT NULL);
    CREATE TABLE last_list (number INTEGER PRIMARY KEY, uid INTEGER NOT NULL, path BLOB NOT NULL);
    """,
]);
