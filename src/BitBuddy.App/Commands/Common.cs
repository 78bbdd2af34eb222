using System.CommandLine;
using BitBuddy.App.Screens;
using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy.App.Commands;

/// <summary>Options that several verbs share, and the way an action is run.</summary>
internal static class Common
{
    /// <summary>How long a folder that was asked about may be read again after the reply.</summary>
    public static readonly TimeSpan CatchUpBudget = TimeSpan.FromSeconds(2);

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON object (docs/contracts.md)." };

    public static Option<string?> Buddy() => new("--buddy") { Description = "Which buddy; the chosen one by default.", HelpName = "N" };

    public static Option<string[]> Folder() => new("--folder")
    {
        Description = "Make this folder known and answer from it alone; may be repeated.",
        HelpName = "DIR",
        DefaultValueFactory = _ => [],
    };

    public static Option<string?> Brain() => new("--brain")
    {
        Description = "A brain for this time: a name, a path, digits of its sha256, or none.",
        HelpName = "ID|none",
    };

    public static Option<KeepAlive?> KeepAlive() => new("--keep-alive")
    {
        Description = "How long the brain stays awake after a reply, while this program stays: 5m, 300 (seconds), 0, or -1 for ever.",
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (Brains.KeepAlive.TryParse(result.Tokens[0].Value, out var time))
                return time;
            result.AddError($"--keep-alive cannot be '{result.Tokens[0].Value}'; give a time as 5m, 300 (seconds), 0 or -1.");
            return null;
        },
    };

    public static Option<bool> AcceptLicence() => new("--accept-licence") { Description = "I have read the brain's licence and accept it." };

    /// <summary>Has the licence of a brain accepted, where it asks for that: by the option, or by a question at a terminal.</summary>
    /// <exception cref="BuddyException">It was not accepted.</exception>
    public static void RequireLicence(Session session, CatalogueBrain brain, bool accepted, bool json)
    {
        if (session.Host.Licences.Allow(brain))
            return;
        if (!accepted && !json && session.Terminal is { InputIsTerminal: true, ErrorIsTerminal: true })
        {
            session.Terminal.Err.Write($"{Display.Line(BrainLicences.Sentence(brain))} Do you accept it? [y/N] ");
            accepted = session.Terminal.Input.ReadLine()?.Trim().ToUpperInvariant() is "Y" or "YES";
        }

        if (!accepted)
            throw new BuddyException($"{BrainLicences.Sentence(brain)} Add --accept-licence when you have read and accept it.", ExitCode.Usage);
        session.Host.Licences.Accept(brain);
    }

    /// <summary>Free words. What looks like an option is one that nobody knows, unless <c>--</c> stands before.</summary>
    public static Argument<string[]> Words(Session session, string name, string description)
    {
        var words = new Argument<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        if (!session.Arguments.Contains("--"))
            words.Validators.Add(result =>
            {
                if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith('-') && token.Value.Length > 1 && !token.Value.Contains(' ')) is { } option)
                    result.AddError($"Unknown option '{option.Value}'; put -- before words that begin with a dash.");
            });
        return words;
    }

    /// <summary>Draws a reply as it comes; a brain that was chosen and did not speak is told of, once a reason.</summary>
    public static async Task DrawReplyAsync(Session session, Buddy buddy, Question question, CancellationToken cancellationToken)
    {
        var screen = new ReplyScreen(session.Terminal, buddy.Name, session.Clock);
        var reply = await screen.DrawAsync(buddy.AskAsync(question with { Progress = screen.Progress }, cancellationToken));
        var choice = session.Host.Choice;
        if (reply is { Voice: VoiceKind.Rules, IsTold: false } && (choice.Brain is not null || choice.IsBroken))
            session.Host.Notes.Add($"Answered by rules: {reply.WhyNot}");
    }

    public static Argument<string?> BuddyName() => new("name") { Description = "Which buddy; the chosen one by default.", Arity = ArgumentArity.ZeroOrOne };

    public static Option<bool> Yes() => new("--yes") { Description = "Do not ask." };

    /// <summary>Asks before what cannot be undone.</summary>
    /// <exception cref="BuddyException">The user said no, or there is nobody to ask.</exception>
    public static void Confirm(Session session, string question, bool yes)
    {
        if (yes)
            return;
        if (!session.Terminal.InputIsTerminal)
            throw new BuddyException($"{question} There is nobody to ask here; say so with --yes.", ExitCode.Usage);
        if (!Agrees(session, $"{question} [y/N] ", byDefault: false))
            throw new BuddyException("Nothing was changed.");
    }

    /// <summary>The answer of the user at the terminal.</summary>
    public static bool Agrees(Session session, string question, bool byDefault)
    {
        session.Terminal.Err.Write(Display.Line(question));
        return session.Terminal.Input.ReadLine()?.Trim() switch
        {
            null => false,
            "" => byDefault,
            ['y' or 'Y', ..] => true,
            _ => false,
        };
    }
}
