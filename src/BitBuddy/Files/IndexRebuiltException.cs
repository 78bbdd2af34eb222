namespace BitBuddy.Files;

/// <summary>The index turned out to be damaged, was put aside and is now new and empty: scan again, then ask again.</summary>
public sealed class IndexRebuiltException(Exception inner) : Exception(IndexDatabase.RebuiltNote, inner);
