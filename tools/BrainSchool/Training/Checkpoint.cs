using System.Runtime.InteropServices;
using BrainSchool.Model;

namespace BrainSchool.Training;

/// <summary>All a training needs to go on where it stopped: weights, the optimisers' memory and the steps taken. Lessons come from the seed and the step alone.</summary>
internal static class Checkpoint
{
    private const uint Mark = 0x31434242;

    public static void Save(string path, Trainer trainer)
    {
        var unfinished = path + ".part";
        using (var file = File.Create(unfinished))
        {
            file.Write(MemoryMarshal.AsBytes<int>([(int)Mark, trainer.Steps, trainer.Weights.All.Length]));
            foreach (var values in (float[][])[trainer.Weights.All, trainer.Momentum, trainer.Square])
                file.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>False where there is none.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of another model.</exception>
    public static bool TryLoad(string path, Trainer trainer)
    {
        if (!File.Exists(path))
            return false;
        using var file = File.OpenRead(path);
        var head = new int[3];
        var length = trainer.Weights.All.Length;
        file.ReadExactly(MemoryMarshal.AsBytes(head.AsSpan()));
        if (head[0] != (int)Mark || head[2] != length || file.Length != 12L + (12L * length))
            throw new InvalidDataException($"{Path.GetFileName(path)} is damaged or of another model; remove it to begin anew.");
        foreach (var values in (float[][])[trainer.Weights.All, trainer.Momentum, trainer.Square])
            file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        trainer.Steps = head[1];
        return true;
    }
}
