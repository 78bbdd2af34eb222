using System.Net;
using System.Net.Http;
using BitBuddy.Conversation;

namespace BitBuddy.Brains;

/// <summary>One download, from the hub's answer to a brain that was checked; in the right to fetch it (<see cref="PullTurn"/>).</summary>
internal sealed class PullRun(
    HubFile file, PartialPlace place, HubClient hub, PullLimits limits, BrainStore store, TimeProvider clock,
    Func<PullEvent, ValueTask> tell, CancellationToken cancellationToken) : IDisposable
{
    private const int Block = 256 * 1024;

    private readonly PullPatience _patience = new();
    private readonly PullSpeed _speed = new(clock);
    private readonly byte[] _block = new byte[Block];
    private HubAnswer? _answer;
    private PartialFile? _partial;
    private bool _isSecondTry;
    private int _refusedRanges;

    private PartialFile Partial => _partial ?? throw new InvalidOperationException("Nothing was begun.");

    public async Task<KnownBrain> RunAsync()
    {
        while (true)
        {
            try
            {
                if (await TryOnceAsync() is { } brain)
                    return brain;
            }
            catch (HubTrouble trouble)
            {
                var wait = _patience.Next(_partial?.Length, trouble.After) ?? throw GiveUp(trouble);
                var pause = Task.Delay(wait, clock, cancellationToken);
                await tell(new PullEvent.Retrying(trouble.Message, clock.GetUtcNow() + wait));
                await pause;
            }
        }
    }

    /// <summary>Brings what is here to the disk for the next run, as far as the disk takes it.</summary>
    public async Task PauseAsync() => await Task.WhenAny(_partial?.KeepAsync() ?? Task.CompletedTask);

    public void Dispose() => _partial?.Dispose();

    // Null: something was wrong with the bytes, and they are to be fetched again.
    private async Task<KnownBrain?> TryOnceAsync()
    {
        // Addresses of files are good for a short time alone, so each try asks for one.
        HubAnswer answer;
        using (var watch = new StallWatch(clock, cancellationToken))
            answer = await hub.AskAsync(file, watch);
        Agree(answer);
        if (_partial is null && await store.FindAsync(answer.Sha256, cancellationToken) is { } known)
            return known;
        await BeginAsync(answer);
        if (Partial.Length < Partial.Total)
            await FetchAsync(answer);
        await Partial.KeepAsync();
        if (await IsDamagedAsync(answer))
            return null;
        return Land(answer);
    }

    private void Agree(HubAnswer answer)
    {
        if ((file.Bytes ?? answer.Bytes) != answer.Bytes || (answer.Sha256 is not null && (file.Sha256 ?? answer.Sha256) != answer.Sha256))
            throw new BuddyException($"The hub now gives another file as {file.Name} than the one that is known ({Said.Number(answer.Bytes)} bytes); it was not fetched. Choose another brain.");
    }

    private async Task BeginAsync(HubAnswer answer)
    {
        if (_partial is not null && _answer!.Bytes == answer.Bytes && _answer.Tag == answer.Tag)
            return;
        _partial?.Dispose();
        (_answer, _partial) = (answer, null);
        limits.Space.Check(place.Folder, answer.Bytes - (place.Record()?.Kept ?? 0), file.File);
        _partial = await PartialFile.OpenAsync(place, file, answer, limits.MarkEvery, tell, cancellationToken);
        await tell(new PullEvent.Starting(_partial.Length, answer.Bytes));
    }

    private async Task FetchAsync(HubAnswer answer)
    {
        using var watch = new StallWatch(clock, cancellationToken);
        using var response = await hub.OpenAsync(answer.Address, Partial.Length, Partial.Tag, watch);
        await AcceptAsync(response);
        _refusedRanges = 0;
        _speed.Forget();
        var host = answer.Address.Host;
        await using var body = await HubClient.TryAsync(() => response.Content.ReadAsStreamAsync(watch.Token), host, watch);
        while (Partial.Length < Partial.Total)
        {
            var read = await HubClient.TryAsync(() => body.ReadAsync(_block, watch.Token).AsTask(), host, watch);
            if (read == 0 || Partial.Length + read > Partial.Total)
                throw new HubTrouble($"{Display.Line(host)} sent {(read == 0 ? "less" : "more")} than it said.");
            watch.Saw(read);
            if (Partial.Length == 0 && !_block.AsSpan(0, read).StartsWith("GGUF"u8[..Math.Min(read, 4)]))
                throw new HubTrouble($"What {Display.Line(host)} sends is no brain.");
            await Partial.AppendAsync(_block.AsMemory(0, read));
            if (Partial.Length / limits.MarkEvery != (Partial.Length - read) / limits.MarkEvery)
                limits.Space.Check(place.Folder, Partial.Total - Partial.Length, file.File);
            if (_speed.Next(Partial.Length, Partial.Total) is { } progress)
                await tell(progress);
        }
    }

    // Only what surely goes on where the bytes so far end is taken; what begins anew is told.
    private async Task AcceptAsync(HttpResponseMessage response)
    {
        var from = Partial.Length;
        var status = (int)response.StatusCode;
        var host = Display.Line(response.RequestMessage?.RequestUri?.Host ?? "the hub");
        if (status is 401 or 403 or 404 or 410)
            throw new HubTrouble($"The address of the file at {host} is no longer good.");
        if (status == 416)
        {
            // Once may be a server's mistake.
            if (++_refusedRanges > 1)
                await RestartAsync($"{host} does not know the part that is missing.");
            throw new HubTrouble($"{host} does not have the part that is missing.");
        }

        if (status is not (200 or 206))
            throw new HubTrouble($"{host} is busy (HTTP {status}).", HubHead.After(response, clock));
        if (HubHead.IsPage(response))
            throw new HubTrouble($"{host} sent a page in place of the file; is there a login page in this network?");
        var tag = response.Headers.ETag is { IsWeak: false } strong ? strong.Tag : null;
        if (response.StatusCode == HttpStatusCode.PartialContent)
            await AcceptRangeAsync(response, from, tag, host);
        else if (response.Content.Headers.ContentLength is { } length && length != Partial.Total)
            throw new HubTrouble($"{host} sends a file of another size.");
        else if (from > 0)
            await RestartAsync(tag is null || tag == Partial.Tag ? $"{host} does not go on where it stopped." : "The file on the hub has changed.");
        Partial.Tag = tag ?? Partial.Tag;
    }

    private async Task AcceptRangeAsync(HttpResponseMessage response, long from, string? tag, string host)
    {
        var range = response.Content.Headers.ContentRange;
        if (range is null || range.From != from || range.Length != Partial.Total
            || (response.Content.Headers.ContentLength ?? Partial.Total - from) != Partial.Total - from)
            throw new HubTrouble($"{host} sends another part than the one that is missing.");
        if (tag is null || Partial.Tag is null || tag == Partial.Tag)
            return;
        await RestartAsync("The file on the hub has changed.");
        throw new HubTrouble("The file on the hub has changed.");
    }

    private async Task<bool> IsDamagedAsync(HubAnswer answer)
    {
        await tell(new PullEvent.Verifying(Partial.Length, Partial.Total));
        if ((file.Sha256 ?? answer.Sha256 ?? Partial.Sha256) == Partial.Sha256)
            return false;
        await RestartAsync($"{file.File} arrived damaged.");
        if (_isSecondTry)
            throw new BuddyException($"{file.File} arrived damaged twice, so it was thrown away. Something between here and the hub changes it; try another network, or another brain.");
        return _isSecondTry = true;
    }

    private KnownBrain Land(HubAnswer answer)
    {
        var sha256 = Partial.Sha256;
        Partial.Dispose();
        _partial = null;
        try
        {
            BrainGate.Check(place.Data);
        }
        catch (BuddyException)
        {
            // The hub has it so: to keep it would help nobody.
            place.Clear();
            throw;
        }

        var brain = store.Land(place.Data, file, answer, sha256);
        place.Clear();
        return brain;
    }

    private async Task RestartAsync(string why)
    {
        await Partial.ClearAsync();
        await tell(new PullEvent.Restarted(why));
    }

    private BuddyException GiveUp(HubTrouble trouble) => new($"{trouble.Message} "
        + (trouble.After is { TotalMinutes: > 1 } after ? $"It asks to come back in {Math.Ceiling(after.TotalMinutes):0} minutes. " : "")
        + (_partial is { Length: > 0 } partial ? $"{Said.Size(partial.Length)} of {Said.Size(partial.Total)} are kept; run the same command to go on." : "Run the same command to try again."),
        inner: trouble);
}
