using System.Text.Json;
using BitBuddy.Files.Contents;

namespace BitBuddy.App.Json;

internal sealed record ProblemsJson(IReadOnlyList<ProblemJson> Problems)
{
    public static ProblemsJson Of(IReadOnlyList<ContentProblem> problems) =>
        new([.. problems.Select(problem => new ProblemJson(problem.Path, problem.State == ContentState.Part, JsonNamingPolicy.SnakeCaseLower.ConvertName(problem.Reason.ToString()), problem.Why))]);
}
