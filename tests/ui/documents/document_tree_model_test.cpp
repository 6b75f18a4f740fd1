// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/document_tree_model.h"

#include "tests/support/catch.h"
#include "ui/documents/coverage_bar.h"
#include "ui/documents/coverage_mark.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QPainter>

using namespace ui::documents;
using model::Document;
using model::DocumentState;

namespace {

Document made(const QString &title, qint64 bundle, DocumentState state = DocumentState::Read)
{
    Document document{model::Sha256::of(title.toUtf8())};
    document.title = title;
    document.file = title + QStringLiteral(".pdf");
    document.bundle = bundle;
    document.state = state;
    document.pageCount = 4;
    return document;
}

struct Filled {
    Filled()
    {
        model.setDocuments({{1, QStringLiteral("first bundle"), 0}, {2, QStringLiteral("second"), 0}},
                           {made(QStringLiteral("Agreement"), 1), made(QStringLiteral("Memo"), 1),
                            made(QStringLiteral("Broken"), 2, DocumentState::Refused)});
    }
    DocumentTreeModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

TEST_CASE("documents stand under their bundles")
{
    Filled filled;
    CHECK(filled.model.rowCount() == 2);
    const QModelIndex bundle = filled.model.index(0, 0);
    CHECK(filled.model.rowCount(bundle) == 2);
    CHECK(filled.model.index(1, 0, bundle).data().toString() == QStringLiteral("Memo"));
    const QModelIndex found = filled.model.indexOf(model::Sha256::of("Broken"));
    CHECK(found.parent().row() == 1);
    CHECK(filled.model.document(found)->title == QStringLiteral("Broken"));
}

TEST_CASE("the filter looks at titles and files, and leaves out bundles without a match")
{
    Filled filled;
    filled.model.setFilter(QStringLiteral("MEMO"), StateFilter::All);
    CHECK(filled.model.rowCount() == 1);
    CHECK(filled.model.shownCount() == 1);
    CHECK_FALSE(filled.model.indexOf(model::Sha256::of("Agreement")).isValid());
    filled.model.setFilter({}, StateFilter::Refused);
    CHECK(filled.model.shownCount() == 1);
    filled.model.setFilter({}, StateFilter::Unfinished);
    CHECK(filled.model.shownCount() == 2);
}

TEST_CASE("what waits for LibreOffice is listed with what could not be read, and says so")
{
    Document office = made(QStringLiteral("Letter"), 1, DocumentState::Waiting);
    office.reason = model::RefusalReason::NeedsLibreOffice;
    DocumentTreeModel tree;
    tree.setDocuments({{1, QStringLiteral("bundle"), 0}},
                      {office, made(QStringLiteral("Memo"), 1, DocumentState::Waiting)});
    tree.setFilter({}, StateFilter::Refused);
    CHECK(tree.shownCount() == 1);
    const QModelIndex shown = tree.index(0, 0, tree.index(0, 0));
    CHECK(shown.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("waiting for LibreOffice")));
}

TEST_CASE("a document that changed keeps its place and tells the view")
{
    Filled filled;
    Document memo = made(QStringLiteral("Memo"), 1);
    memo.title = QStringLiteral("Audit memo");
    memo.pagesReadByReporter = 4;
    int changes = 0;
    QObject::connect(&filled.model, &QAbstractItemModel::dataChanged, &filled.model, [&] { ++changes; });
    filled.model.updateDocument(memo);
    CHECK(changes == 2); // the document and its bundle's share
    const QModelIndex index = filled.model.indexOf(memo.sha256);
    CHECK(index.data().toString() == QStringLiteral("Audit memo"));
    CHECK(filled.model.coverage(index) == model::Coverage{4, 0, 0});
    CHECK(filled.model.coverage(index.parent()) == model::Coverage{4, 0, 4});
    CHECK(index.parent().data(DocumentTreeModel::StateRole).toString() == QStringLiteral("50 % seen"));
}

TEST_CASE("the list says who read the pages of each document, and of all")
{
    Filled filled;
    Document memo = made(QStringLiteral("Memo"), 1);
    memo.pagesReadByReporter = 1;
    memo.isReadByModel = true;
    filled.model.updateDocument(memo);
    CHECK(filled.model.isReadByModel(memo.sha256));
    const QModelIndex index = filled.model.indexOf(memo.sha256);
    CHECK(index.data(Qt::AccessibleTextRole).toString() ==
          QStringLiteral("Memo, 1 of 4 pages seen by you, 3 only by the model, 0 by nobody."));
    CHECK(index.data(Qt::ToolTipRole).toString().contains(QStringLiteral("3 only by the model")));
    filled.model.setFilter(QStringLiteral("agreement"), StateFilter::All);
    CHECK(filled.model.coverageOfAll() == model::Coverage{1, 3, 4});

    ui::documents::CoverageBar bar;
    CHECK(bar.isHidden());
    bar.setCoverage(filled.model.coverageOfAll());
    CHECK_FALSE(bar.isHidden());
    CHECK(bar.shownText() == QStringLiteral("You 13 %, only the model 38 %, nobody 50 %"));
    CHECK(bar.accessibleName().contains(QStringLiteral("1 of 8 pages seen by you")));
    bar.setCoverage({1, 0, 999});
    CHECK(bar.shownText() == QStringLiteral("You 1 %, only the model 0 %, nobody 99 %"));
}

TEST_CASE("the three parts of the coverage have three shapes")
{
    QImage image(90, 9, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    QPalette light;
    light.setColor(QPalette::Base, Qt::white);
    ui::documents::paintCoverage(painter, QRectF(0, 0, 90, 9), {1, 1, 1}, light);
    painter.end();
    const auto painted = [&image](int left, int right, int row) {
        int count = 0;
        for (int x = left; x < right; ++x)
            count += image.pixelColor(x, row) != QColor(Qt::white) ? 1 : 0;
        return count;
    };
    CHECK(painted(0, 30, 1) == 30); // the whole height
    CHECK(painted(31, 59, 1) == 0); // only the lower half, and not all of it
    CHECK(painted(31, 59, 7) > 5);
    CHECK(painted(31, 59, 7) < 28);
    CHECK(painted(61, 90, 6) == 0); // only a line
    CHECK(painted(61, 90, 8) == 29);
}
