using System.Security.Cryptography;

namespace BitBuddy.Brains;

/// <summary>
/// The bytes of a download so far. They are hashed as they come; now and then they are brought to the disk and marked, and after that a
/// crash or a power cut loses what came later, never more than two distances between marks.
/// </summary>
internal sealed class PartialFile : IDisposable
{
    private const int Block = 1 << 20;

    private readonly PartialPlace _place;
    private readonly FileStream _file;
    private readonly int _markEvery;
    private readonly List<PartialMark> _marks = [];
    private IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private PartialRecord _record;
    private Task _marking = Task.CompletedTask;

    private PartialFile(PartialPlace place, PartialRecord record, FileStream file, int markEvery) =>
        (_place, _record, _file, _markEvery) = (place, record, file, markEvery);

    public long Length { get; private set; }
    public long Total => _record.Bytes;

    /// <summary>The strong tag of the answer that brings the bytes.</summary>
    public string? Tag
    {
        get => _record.Tag;
        set => _record = _record with { Tag = value };
    }

    /// <summary>The sha256 of all so far.</summary>
    public string Sha256 => Convert.ToHexStringLower(_hash.GetCurrentHash());

    /// <summary>Begins a download, or goes on with one: what is marked is read and checked, the rest is cut off.</summary>
    /// <param name="tell">What is read, and what of it must be fetched again.</param>
    public static async Task<PartialFile> OpenAsync(
        PartialPlace place, HubFile file, HubAnswer answer, int markEvery, Func<PullEvent, ValueTask> tell, CancellationToken cancellationToken)
    {
        var last = place.Record();
        var data = place.OpenData();
        var partial = new PartialFile(place, last is not null && last.Fits(file, answer) ? last : PartialRecord.Of(file, answer), data, markEvery);
        try
        {
            await partial.TakeUpAsync(tell, cancellationToken);
            if (last is not null && !last.Fits(file, answer))
                await tell(new PullEvent.Restarted("The file on the hub has changed."));
            else if (last is null && data.Length >= Block)
                await tell(new PullEvent.Restarted("What was fetched before cannot be trusted."));
            data.SetLength(partial.Length);
            return partial;
        }
        catch
        {
            partial.Dispose();
            throw;
        }
    }

    public async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var piece = bytes[..(int)Math.Min(bytes.Length, _markEvery - Length % _markEvery)];
            RandomAccess.Write(_file.SafeFileHandle, piece.Span, Length);
            _hash.AppendData(piece.Span);
            Length += piece.Length;
            bytes = bytes[piece.Length..];
            if (Length % _markEvery == 0)
                await MarkAsync();
        }
    }

    /// <summary>Brings all to the disk.</summary>
    public async Task KeepAsync()
    {
        if (Length > (_marks.Count == 0 ? 0 : _marks[^1].Bytes))
            await MarkAsync();
        await _marking;
    }

    /// <summary>Begins at the first byte again.</summary>
    public async Task ClearAsync()
    {
        await Task.WhenAny(_marking);
        _ = _hash.GetHashAndReset();
        (Length, Tag) = (0, null);
        _marks.Clear();
        _file.SetLength(0);
        _place.Keep(_record = _record with { Marks = [] });
    }

    public void Dispose()
    {
        // It may still write.
        Task.WhenAny(_marking).Wait();
        _file.Dispose();
        _hash.Dispose();
    }

    // While one mark is brought to the disk the next bytes come; of the one after that they wait.
    private async Task MarkAsync()
    {
        await _marking;
        _marks.Add(new(Length, Sha256));
        var record = _record = _record with { Marks = [.. _marks] };
        _marking = Task.Run(() =>
        {
            RandomAccess.FlushToDisk(_file.SafeFileHandle);
            _place.Keep(record);
        });
    }

    private async Task TakeUpAsync(Func<PullEvent, ValueTask> tell, CancellationToken cancellationToken)
    {
        var marks = _record.Marks.TakeWhile(mark => mark.Bytes <= Math.Min(_file.Length, Total)).ToList();
        for (var good = await CheckAsync(marks, tell, cancellationToken); good < marks.Count; good = await CheckAsync(marks, tell, cancellationToken))
        {
            await tell(new PullEvent.Restarted("What was fetched before was damaged on the disk."));
            marks = marks[..good];
        }

        _marks.AddRange(marks);
        _record = _record with { Marks = marks };
    }

    // The number of marks that hold; where all do, the hash stands at the last.
    private async Task<int> CheckAsync(List<PartialMark> marks, Func<PullEvent, ValueTask> tell, CancellationToken cancellationToken)
    {
        _ = _hash.GetHashAndReset();
        Length = 0;
        var block = new byte[Block];
        for (var i = 0; i < marks.Count; i++)
        {
            while (Length < marks[i].Bytes)
            {
                var read = await RandomAccess.ReadAsync(_file.SafeFileHandle, block.AsMemory(0, (int)Math.Min(Block, marks[i].Bytes - Length)), Length, cancellationToken);
                if (read == 0)
                    return i;
                _hash.AppendData(block, 0, read);
                Length += read;
            }

            if (Sha256 != marks[i].Sha256)
                return i;
            await tell(new PullEvent.Verifying(Length, marks[^1].Bytes));
        }

        return marks.Count;
    }
}
