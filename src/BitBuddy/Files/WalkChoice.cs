namespace BitBuddy.Files;

/// <summary>What the user wants to be left out of all folders.</summary>
/// <param name="NoHidden">Files and folders whose name begins with a dot.</param>
/// <param name="OneDevice">Folders on another device than the one they lie in.</param>
public readonly record struct WalkChoice(bool NoHidden, bool OneDevice);
