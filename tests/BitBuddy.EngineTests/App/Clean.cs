using System.Text;

namespace BitBuddy.EngineTests.App;

/// <summary>Nothing that was printed may steer a screen.</summary>
internal static class Clean
{
    /// <summary>No control byte but tab and line feed, no C1, no bidi control, no zero width, all of it UTF-8.</summary>
    public static void Check(AppRun run)
    {
        Check(run.Out);
        Check(run.Err);
    }

    public static void Check(string printed) => Assert.DoesNotContain(printed.EnumerateRunes(), IsRaw);

    private static bool IsRaw(Rune rune) => rune.Value is (< 0x20 and not ('\n' or '\t')) or (>= 0x7f and < 0xa0)
        or (>= 0x200b and <= 0x200f) or (>= 0x2028 and <= 0x202e) or (>= 0x2066 and <= 0x2069) or 0x61c or 0xfeff;
}
