namespace BitBuddy.Llama;

/// <summary>How far the work of this process has got, as a number that rises: the engine called back, a text was tokenised, a token chosen.</summary>
internal static class Marks
{
    private static long _count;

    public static long Count => Interlocked.Read(ref _count);

    public static void Add() => Interlocked.Increment(ref _count);
}
