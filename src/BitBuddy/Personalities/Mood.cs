namespace BitBuddy.Personalities;

/// <summary>A mood and its cause in plain words ("everything is fine", "the disk is 97 % full").</summary>
public sealed record Mood(MoodState State, string Because);
