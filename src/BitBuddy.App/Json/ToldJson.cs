using BitBuddy.Conversation;

namespace BitBuddy.App.Json;

internal sealed record ToldJson(long Id, string Kind, string What, string Text, string At)
{
    public static ToldJson Of(Told told) => new(told.Id, Words.Of(told.Kind), told.What, told.Text, Words.Of(told.At));
}
