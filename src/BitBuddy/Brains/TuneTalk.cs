using Microsoft.Extensions.AI;

namespace BitBuddy.Brains;

/// <summary>The talk a brain is measured with: a head that stays and questions that differ, each cut to a number of its tokens.</summary>
internal sealed class TuneTalk
{
    public const int QuestionTokens = 80;
    private const int HeadTokens = 170;

    private const string Story =
        "You are a companion that lives on one computer and knows the files there. You answer in a few plain words, you never "
        + "invent a name, a number or a date, and you say so when you do not know. The person you talk with keeps letters, bills, "
        + "photographs and music in many folders, some tidy and some not, and asks where things are, how many there are, which of "
        + "them is the newest or the largest, and what has changed since the last time. Be kind, be brief, and be right. When two "
        + "files look alike, say which is the newer one. When a folder is away, say that it is away and what was known of it. "
        + "Nothing leaves this computer, and nothing is moved or thrown away unless the person has seen it and agreed. The files are "
        + "mostly documents and pictures, with some music, a few films and the archives of old work. All is well today: there is room "
        + "on the disk, every folder is there, and everything was looked at a short while ago by the light of the morning.";

    private const string Facts =
        "these were found today: a report on the garden of last spring, a letter to the bank about the house, two long lists of "
        + "things to buy for the journey, the photographs of the lake in winter, a song that was recorded in the kitchen, and the "
        + "plan of the new roof with its costs. The newest of them is the letter, the largest is the song, and the oldest is the "
        + "list. Which of them did I change last, where does it lie, and is there anything else that I should look at before noon?";

    private static readonly string[] Openings = ["Good morning,", "Tell me again:", "One more thing,"];

    private readonly string _head;
    private readonly string _facts;

    private TuneTalk(string head, string facts) => (_head, _facts) = (head, facts);

    /// <summary>The talk cut to measure with the brain's own tokenizer.</summary>
    public static async Task<TuneTalk> CutAsync(TokenCounter? count, CancellationToken cancellationToken)
    {
        var whole = new TuneTalk(Story, Facts);
        var tokens = count is null
            ? new PromptTokens(0, [Story.Length / 3, Facts.Length / 3])
            : await count(whole.Prompt(Facts), cancellationToken);
        return new TuneTalk(Cut(Story, tokens.Parts[0], HeadTokens), Cut(Facts, tokens.Parts[1], QuestionTokens));
    }

    /// <summary>The head with a short question that makes the brain read it.</summary>
    public IReadOnlyList<ChatMessage> Greeting => Prompt("Hello.");

    /// <summary>The head with a question; none begins as another does.</summary>
    public IEnumerable<IReadOnlyList<ChatMessage>> Questions => Openings.Select(opening => Prompt($"{opening} {_facts}"));

    private ChatMessage[] Prompt(string question) => [new(ChatRole.System, _head), new(ChatRole.User, question)];

    private static string Cut(string text, int tokens, int most)
    {
        var words = text.Split(' ');
        return tokens <= most ? text : string.Join(' ', words[..Math.Max(1, (int)((long)words.Length * most / tokens))]);
    }
}
