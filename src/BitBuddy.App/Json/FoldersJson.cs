namespace BitBuddy.App.Json;

/// <param name="ContentsOff">Folders of whose files the names alone are known.</param>
/// <param name="Usual">True while no folder was named and the usual ones of the user's home are looked at.</param>
internal sealed record FoldersJson(IReadOnlyList<FolderJson> Folders, bool Usual, IReadOnlyList<string> ContentsOff);
