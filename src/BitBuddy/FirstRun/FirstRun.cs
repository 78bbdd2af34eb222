using System.Runtime.CompilerServices;
using System.Threading.Channels;
using BitBuddy.Brains;
using BitBuddy.Conversation;

namespace BitBuddy;

/// <summary>
/// The first run: meet your buddy, choose a brain or go without, get it, wake it, first words. Each step is kept when it is done, so
/// that a run that is interrupted goes on from there the next time.
/// </summary>
public sealed class FirstRun(BuddyHost host)
{
    private const string Surprise = "surprise";
    private const string Hello = "hello";

    /// <summary>True while something is still to be chosen, or a first run was interrupted.</summary>
    public bool IsNeeded => host.Keeps && (host.Config.Load().FirstRun is not null || host.ChosenBuddy(null) is null || NeedsBrain);

    private bool NeedsBrain => host.Life is not null && host.Config.Load().Brain is null && host.Choice.Embedded is null;

    /// <summary>All that is left of the first run.</summary>
    /// <param name="yes">Nothing is asked: the recommendation is taken.</param>
    /// <exception cref="BuddyException">Something that cannot be asked again went wrong; with <paramref name="yes"/>, anything.</exception>
    public async IAsyncEnumerable<FirstRunPart> RunAsync(bool yes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Keep(state => state);
        if (host.ChosenBuddy(null) is null)
        {
            await foreach (var part in MeetAsync(yes))
                yield return part;
        }

        while (NeedsBrain)
        {
            await foreach (var part in BrainAsync(yes, cancellationToken))
                yield return part;
        }

        await foreach (var part in SpeakAsync(cancellationToken))
            yield return part;
        host.Config.TryChange(old => old with { FirstRun = null });
        yield return new FirstRunPart.Done();
    }

    private async IAsyncEnumerable<FirstRunPart> MeetAsync(bool yes)
    {
        var characters = Personalities.Characters.All.Select(one => new FirstRunOption(one.Character!, one.Character!, one.FavoritePhrases[0]));
        var surprise = new FirstRunOption(Surprise, "surprise me", "a character with traits and a name of its own");
        var question = new FirstRunQuestion("buddy", "Meet your buddy. Who shall it be?", [.. characters, surprise], surprise);
        if (!yes)
            yield return new FirstRunPart.Asked(question);
        await Task.CompletedTask;
        yield return new FirstRunPart.Met(host.Meet(null, question.Answer is null or Surprise ? null : question.Answer, seed: null));
    }

    // One round: a question, and what becomes of its answer. Where that fails nothing is chosen, and it is asked again.
    private async IAsyncEnumerable<FirstRunPart> BrainAsync(bool yes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        FoundBrains? found = null;
        await foreach (var part in ReadingAsync("Looking for brains that are here already", async progress => found = await host.Scanner.FindAsync(BrainPlaces.OfThisUser.List(), progress, cancellationToken)))
            yield return part;

        var catalogue = host.Catalogue.Load();
        var wanted = host.Config.Load().FirstRun?.Wanted is { } id ? catalogue.Find(id) : null;
        // Of a download that brought nothing there is nothing to go on with.
        var begun = wanted is null ? null : host.Finder.Here(wanted)?.Bytes ?? host.Puller.Paused().FirstOrDefault(pull => pull.Is(wanted.HubFile))?.Bytes;
        var step = BrainStep.Of(catalogue, host.Adviser.Advise(), found!.Brains, begun is null ? null : wanted, begun ?? 0, host.Finder.Seed is not null);
        if (yes)
            step.Question.TryAnswer("");
        else
            yield return new FirstRunPart.Asked(step.Question);

        var work = step switch
        {
            { IsNone: true } => UseAsync(BrainChoice.None, yes, cancellationToken),
            { IsSeed: true } => UseAsync(EmbeddedBrain.Seed, yes, cancellationToken),
            { IsFile: true } => FileAsync(cancellationToken),
            { Found: { } copy } => UseAsync(copy.Path, yes, cancellationToken),
            { Listed: { } listed } => FetchAsync(listed, yes, cancellationToken),
            _ => TellAsync($"Nothing of that tier fits here now: {step.Question.Options.First(option => option.Id == step.Question.Answer).Detail}."),
        };
        await foreach (var part in work)
            yield return part;
    }

    private async IAsyncEnumerable<FirstRunPart> FileAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var question = new FirstRunQuestion("file", "Where is the GGUF file?", []);
        yield return new FirstRunPart.Asked(question);
        var path = question.Answer!.Trim('"', '\'');
        if (path.StartsWith("~/", StringComparison.Ordinal))
            path = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..]);
        await foreach (var part in UseAsync(path, yes: false, cancellationToken))
            yield return part;
    }

    private async IAsyncEnumerable<FirstRunPart> FetchAsync(CatalogueBrain brain, bool yes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!host.Licences.Allow(brain))
        {
            var question = new FirstRunQuestion(
                "licence", $"{BrainLicences.Sentence(brain)} Do you accept it?", [new("yes", "I accept it"), new("no", "choose another brain")]);
            yield return new FirstRunPart.Asked(question);
            if (question.Answer != "yes")
                yield break;
            host.Licences.Accept(brain);
        }

        // From here on the next run goes on with this brain.
        Keep(state => state with { Wanted = brain.Id });
        KnownBrain? here = null;
        BuddyException? failure = null;
        await using (var events = host.Puller.PullAsync(brain.HubFile, cancellationToken).GetAsyncEnumerator(cancellationToken))
        {
            while (true)
            {
                try
                {
                    if (!await events.MoveNextAsync())
                        break;
                }
                catch (BuddyException e) when (!yes)
                {
                    failure = e;
                    break;
                }

                here = (events.Current as PullEvent.Done)?.Brain ?? here;
                yield return new FirstRunPart.Fetching(brain, events.Current);
            }
        }

        if (failure is not null)
            yield return new FirstRunPart.Told(failure.Message);
        else
            await foreach (var part in UseAsync(here!.Path, yes, cancellationToken))
                yield return part;
    }

    private async IAsyncEnumerable<FirstRunPart> UseAsync(string id, bool yes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? problem = null;
        var reading = ReadingAsync("Checking the brain", async progress =>
        {
            try
            {
                await host.Choice.UseAsync(id, progress, cancellationToken);
            }
            catch (BuddyException e) when (!yes)
            {
                problem = e.Message;
            }
        });
        await foreach (var part in reading)
            yield return part;
        if (problem is not null)
            yield return new FirstRunPart.Told(problem);
        else
            Keep(state => state with { Wanted = null });
    }

    private async IAsyncEnumerable<FirstRunPart> SpeakAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var part in ReadingAsync("Checking the brain", progress => host.Choice.SettleAsync(null, progress, cancellationToken)))
            yield return part;
        var buddy = host.Buddy(null);
        if (host.Choice.Brain is { } brain)
        {
            yield return new FirstRunPart.Waking(brain);
            if (await host.WakeAsync(cancellationToken) is { } problem)
                yield return new FirstRunPart.Told($"{problem.TrimEnd('.')}. I answer by rules until then.");
        }

        yield return new FirstRunPart.FirstWords(buddy.Name, buddy.AskAsync(new Question(Hello) { Fresh = true }, cancellationToken));
    }

    private void Keep(Func<FirstRunState, FirstRunState> change) =>
        host.Config.TryChange(old => old with { FirstRun = change(old.FirstRun ?? new FirstRunState()) });

    private static async IAsyncEnumerable<FirstRunPart> TellAsync(string sentence)
    {
        await Task.CompletedTask;
        yield return new FirstRunPart.Told(sentence);
    }

    private static async IAsyncEnumerable<FirstRunPart> ReadingAsync(string what, Func<IProgress<double>, Task> work)
    {
        var shares = Channel.CreateUnbounded<double>(new UnboundedChannelOptions { SingleReader = true });
        var working = Task.Run(async () =>
        {
            try
            {
                await work(new Shares(shares.Writer));
            }
            finally
            {
                shares.Writer.Complete();
            }
        });
        await foreach (var share in shares.Reader.ReadAllAsync(CancellationToken.None))
            yield return new FirstRunPart.Reading(what, share);
        await working;
    }

    private sealed class Shares(ChannelWriter<double> writer) : IProgress<double>
    {
        public void Report(double value) => writer.TryWrite(value);
    }
}
