namespace BitBuddy.Files;

/// <summary>How the text of a version differs from the one before it: lines that stand in it alone, and lines that stood in the other alone.</summary>
public sealed record LineChange(int Added, int Removed);
