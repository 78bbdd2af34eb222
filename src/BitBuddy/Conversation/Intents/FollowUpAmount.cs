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
        var (number, length) = SizeRule.Amount(tokens, at) is { Length: > 0 } size ? (size.Amount, size.Length) : (NumberWords.Whole(tokens[at]), 1);
        if (number <= 0 || at + length != tokens.Count)
            return null;
        var said = SizeRule.Amount(tokens, at).Unit;
        if (old.MinBytes is null != old.MaxBytes is null)
        {
            // "over 10 MB" begins one byte behind them.
            var bytes = SizeRule.Bytes(number, said > 0 ? said : SizeWords.UnitOf(old.MinBytes ?? old.MaxBytes ?? 0));
            return before.Intent with { Query = old with { MinBytes = old.MinBytes is null ? null : bytes + (old.MinBytes & 1), MaxBytes = old.MaxBytes is null ? null : bytes - (old.MaxBytes & 1), Skip = 0 } };
        }

        return said == 0 && old.Take is not null && number <= int.MaxValue ? before.Intent with { Query = old with { Take = (int)number, Skip = 0 } } : null;
    }
}
