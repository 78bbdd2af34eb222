namespace BitBuddy.Conversation;

/// <summary>A buddy's <c>memory.db</c>.</summary>
internal sealed class MemoryDatabase(string path) : KeptDatabase(path,
[
    """
    CREATE TABLE reply (id INTEGER PRIMARY KEY, key TEXT NOT NULL, text TEXT NOT NULL, used INTEGER NOT NULL);
    CREATE INDEX reply_by_key ON reply (key, used);
    CREATE INDEX reply_by_use ON reply (used);
    """,
    """
    CREATE TABLE told (id INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, key TEXT NOT NULL, what TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE (kind, key));
    CREATE TABLE asked (id INTEGER PRIMARY KEY, intent TEXT NOT NULL, question TEXT NOT NULL, at INTEGER NOT NULL);
    CREATE TABLE life (one INTEGER PRIMARY KEY CHECK (one = 1), met INTEGER NOT NULL, last_day INTEGER NOT NULL, days INTEGER NOT NULL, questions INTEGER NOT NULL);
    """,
]);
