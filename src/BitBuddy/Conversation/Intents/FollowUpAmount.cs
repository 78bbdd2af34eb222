using BitBuddy.Files;

namespace BitBuddy.Conversation;

/// <summary>Follow-ups that say no more than another time or number in the place of the last one.</summary>
internal sealed class FollowUpAmount(TimeProvider clock, LastShown before)
{
    private readonly FileQuery old = before.Intent.Query;

    /// <summary>"and the month before?", "a week earlier": as long a time beside the one that was spoken of; null when it is none.</summary>
    public Intent? Beside(Tokens tokens, int at)
    {
        if (old.From is not { } from)
            return null;
        at += tokens[at] is "the" or "a" or "one" ? 1 : 0;
        var (unit, side) = tokens[at] is "previous" or "next" or "following" or "preceding" ? (tokens[at + 1], tokens[at]) : (tokens[at], tokens[at + 1]);
        var end = at + 2 + (tokens[at + 2] is "that" or "it" ? 1 : 0);
        if (CalendarWords.Unit(unit) is not ('d' or 'w' or 'm' or 'y') || end != tokens.Count || side is not ("before" or "earlier" or "previous" or "prior" or "preceding" or "after" or "later" or "next" or "following"))
            return null;
        var calendar = new LocalCalendar(clock);
        var (begin, back) = (calendar.Day(from), side is "before" or "earlier" or "previous" or "prior" or "preceding");
        var (first, until) = back ? (LocalCalendar.Back(begin, unit), begin) : (old.Until is { } last ? calendar.Day(last) : begin, begin);
        until = back ? until : LocalCalendar.Back(first, unit, -1);
        var query = old with { From = calendar.Start(first), Until = calendar.Start(until) };
        return new Intent(before.Intent.Kind, query);
    }

    /// <summary>"make that 30": another number in the place of the one that was said, in its unit where none is; null when it is none.</summary>
    public Intent? Another(Tokens tokens, int at)
    {
        var (number, said, length) = SizeRule.Amount(tokens, at) is { Length: > 0 } size ? size : (NumberWords.Whole(tokens[at]), 0, 1);
        if (number <= 0 || at + length != tokens.Count)
            return null;
        if (said == 0 && old.Take is not null)
            return number is >= 1 and <= int.MaxValue && number == decimal.Truncate(number) ? before.Intent with { Query = old with { Take = (int)number, Skip = 0 } } : null;
        if (old.MinBytes is null == old.MaxBytes is null)
            return null;
        // "over 10 MB" begins one byte behind them, "under" ends one before.
        var (over, under) = (old.MinBytes % 1000 == 1 ? 1 : 0, old.MaxBytes % 1000 == 999 ? 1 : 0);
        var bytes = SizeRule.Bytes(number, said > 0 ? said : SizeWords.UnitOf(old.MinBytes - over ?? old.MaxBytes + under ?? 0));
        return before.Intent with
        {
            Query = old with { MinBytes = old.MinBytes is null ? null : Math.Min(bytes, long.MaxValue - 1) + over, MaxBytes = old.MaxBytes is null ? null : bytes - under, Skip = 0 },
        };
    }
}
